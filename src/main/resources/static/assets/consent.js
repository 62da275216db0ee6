// A signature drawn with a finger, a pen or the mouse. Without this script one writes a name.
(() => {
  'use strict';
  const whole = (value, most) => Math.max(0, Math.min(most, Math.round(value)));

  document.querySelectorAll('form[data-signing]').forEach(form => {
    const canvas = form.querySelector('canvas');
    const pen = canvas.getContext('2d');
    const kept = form.elements.strokes;
    form.querySelector('[data-sheet]').hidden = false;
    form.querySelector('[data-unscripted]').hidden = true;
    form.querySelector('[data-scripted]').hidden = false;
    let drawing = false;

    const draw = () => {
      pen.clearRect(0, 0, canvas.width, canvas.height);
      pen.lineWidth = 3;
      pen.lineCap = 'round';
      pen.lineJoin = 'round';
      pen.strokeStyle = '#17212f';
      pen.stroke(new Path2D(kept.value));
    };
    const point = event => {
      const place = canvas.getBoundingClientRect();
      const x = whole((event.clientX - place.left) * canvas.width / place.width, canvas.width);
      const y = whole((event.clientY - place.top) * canvas.height / place.height, canvas.height);
      return x + ' ' + y;
    };
    const add = (sign, event) => {
      const here = point(event);
      if (kept.value.length < 50000 && !kept.value.endsWith(sign + here)) kept.value += sign + here;
      draw();
    };

    canvas.addEventListener('pointerdown', event => {
      drawing = true;
      canvas.setPointerCapture(event.pointerId);
      add('M', event);
      event.preventDefault();
    });
    canvas.addEventListener('pointermove', event => {
      if (drawing) add('L', event);
    });
    ['pointerup', 'pointercancel'].forEach(name => canvas.addEventListener(name, () => { drawing = false; }));
    form.querySelector('[data-clear]').addEventListener('click', () => {
      kept.value = '';
      draw();
    });
    draw();
  });
  const errors = document.querySelector('.errors');
  if (errors) errors.focus();
})();

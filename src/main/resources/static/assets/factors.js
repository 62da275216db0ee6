// Passkeys: asks the browser to make or use one, and puts its answer in the form. Nothing else needs this script.
(() => {
  'use strict';
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), sign => sign.charCodeAt(0));
  const text = buffer =>
    btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const known = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }));

  const create = async ask => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...ask,
        challenge: bytes(ask.challenge),
        user: { ...ask.user, id: bytes(ask.user.id) },
        excludeCredentials: known(ask.excludeCredentials),
      },
    });
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(made.response.clientDataJSON),
        attestationObject: text(made.response.attestationObject),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
    };
  };

  const get = async ask => {
    const used = await navigator.credentials.get({
      publicKey: { ...ask, challenge: bytes(ask.challenge), allowCredentials: known(ask.allowCredentials) },
    });
    const said = used.response;
    return {
      id: used.id,
      rawId: text(used.rawId),
      type: used.type,
      clientExtensionResults: {},
      response: {
        clientDataJSON: text(said.clientDataJSON),
        authenticatorData: text(said.authenticatorData),
        signature: text(said.signature),
        ...(said.userHandle ? { userHandle: text(said.userHandle) } : {}),
      },
    };
  };

  document.querySelectorAll('form[data-passkey]').forEach(form => {
    const part = name => form.querySelector('[data-passkey-' + name + ']');
    part('unscripted').hidden = true;
    if (!window.PublicKeyCredential) {
      part('unknown').hidden = false;
      return;
    }
    part('go').hidden = false;
    form.addEventListener('submit', async event => {
      event.preventDefault();
      part('failed').hidden = true;
      part('go').disabled = true;
      try {
        const ask = JSON.parse(form.dataset.ask);
        form.elements.answer.value = JSON.stringify(await (form.dataset.passkey === 'create' ? create(ask) : get(ask)));
        form.submit();
      } catch (refused) {
        part('go').disabled = false;
        part('failed').hidden = false;
      }
    });
  });
})();

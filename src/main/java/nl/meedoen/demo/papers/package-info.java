/** Made-up papers for the dossiers of the demo. */
@NullMarked
package nl.meedoen.demo.papers;

import org.jspecify.annotations.NullMarked;

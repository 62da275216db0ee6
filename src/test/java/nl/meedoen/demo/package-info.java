@NullMarked
package nl.meedoen.demo;

import org.jspecify.annotations.NullMarked;

@NullMarked
package nl.meedoen.factors.web;

import org.jspecify.annotations.NullMarked;

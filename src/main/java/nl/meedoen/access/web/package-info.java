@NullMarked
package nl.meedoen.access.web;

import org.jspecify.annotations.NullMarked;

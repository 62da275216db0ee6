@NullMarked
package nl.meedoen.people.web;

import org.jspecify.annotations.NullMarked;

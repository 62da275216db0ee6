@NullMarked
package nl.meedoen.people.services;

import org.jspecify.annotations.NullMarked;

@NullMarked
package nl.meedoen.participants.web;

import org.jspecify.annotations.NullMarked;

@NullMarked
package nl.meedoen.notices.web;

import org.jspecify.annotations.NullMarked;

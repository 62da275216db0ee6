/** Where a coordinator sees what is due, holds it or lets it go. */
@NullMarked
package nl.meedoen.participants.retention.web;

import org.jspecify.annotations.NullMarked;

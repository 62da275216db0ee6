/** What an uploaded file really is, and whether it may be kept; its name counts for nothing. */
@NamedInterface("content")
@NullMarked
package nl.meedoen.documents.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

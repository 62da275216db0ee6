// beside the room's own, which it hides from the check of the rooms: it has to say the same
@NamedInterface("content")
@NullMarked
package nl.meedoen.documents.content;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

package nl.meedoen.plans.cv;

import java.util.List;

/** How a curriculum vitae is put together. */
public enum CvLayout {
    /** The last work and school first: for who has worked without long gaps. */
    TIMELINE(
            CvPart.PROFILE,
            CvPart.WORK,
            CvPart.EDUCATION,
            CvPart.DUTCH,
            CvPart.SKILLS,
            CvPart.ABILITIES,
            CvPart.WISHES),
    /** What somebody can first: for who changes to other work, or worked where nobody wrote it down. */
    SKILLS(CvPart.PROFILE, CvPart.ABILITIES, CvPart.SKILLS, CvPart.DUTCH, CvPart.WISHES, CvPart.WORK, CvPart.EDUCATION);

    private final List<CvPart> order;

    CvLayout(CvPart... order) {
        this.order = List.of(order);
    }

    /** The parts below the head, in their order. */
    List<CvPart> order() {
        return order;
    }
}

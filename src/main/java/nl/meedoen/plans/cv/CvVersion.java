package nl.meedoen.plans.cv;

import java.time.LocalDate;

/**
 * One choice of a participant, with who wrote it down.
 *
 * @param number counted from 1
 */
public record CvVersion(int number, CvText text, LocalDate on, String by) {}

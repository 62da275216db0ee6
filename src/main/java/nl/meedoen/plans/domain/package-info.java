@NullMarked
package nl.meedoen.plans.domain;

import org.jspecify.annotations.NullMarked;

@NullMarked
package nl.meedoen.plans.today;

import org.jspecify.annotations.NullMarked;

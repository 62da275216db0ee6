@NullMarked
package nl.meedoen.plans.web;

import org.jspecify.annotations.NullMarked;

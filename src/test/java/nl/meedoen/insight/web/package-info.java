@NullMarked
package nl.meedoen.insight.web;

import org.jspecify.annotations.NullMarked;

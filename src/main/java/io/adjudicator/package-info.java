@NullMarked
package io.adjudicator;

import org.jspecify.annotations.NullMarked;

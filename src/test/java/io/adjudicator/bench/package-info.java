/** JMH benchmarks, run by hand and by {@code ./adjudicator bench}; ratios within one run count, not absolute figures. */
@NullMarked
package io.adjudicator.bench;

import org.jspecify.annotations.NullMarked;

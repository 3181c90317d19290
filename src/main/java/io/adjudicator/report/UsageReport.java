package io.adjudicator.report;

import io.adjudicator.kernel.CustomerId;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a report is about.
 *
 * @param month the billing month; absent in an offline report over everything in a file
 */
public record UsageReport(CustomerId customer, Optional<YearMonth> month) {}

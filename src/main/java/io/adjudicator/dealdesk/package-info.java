/**
 * checks and publishes contracts with the agreed cases.
 */
@NullMarked
package io.adjudicator.dealdesk;

import org.jspecify.annotations.NullMarked;

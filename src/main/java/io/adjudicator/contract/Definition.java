package io.adjudicator.contract;

/**
 * The blanks of the two definition sentences (product and enterprise) that the order form and {@code contract explain} show.
 *
 * @param action what the product does
 * @param result what the customer recognizes as the result
 * @param failure what must not happen
 * @param systemOfRecord where the result is verified
 * @param disputeProcess where an objection goes
 */
public record Definition(String action, String result, String failure, String systemOfRecord, String disputeProcess) {}

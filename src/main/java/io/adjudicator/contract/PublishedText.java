package io.adjudicator.contract;

import io.adjudicator.kernel.Digest;

/**
 * A published version and the digest of what the parties wrote in it: the contract's members and its rule files, without
 * the base rules of the release that published it, so that a new release never looks like a changed contract.
 */
public record PublishedText(StoredVersion stored, Digest written) {}

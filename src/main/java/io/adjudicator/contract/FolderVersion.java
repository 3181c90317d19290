package io.adjudicator.contract;

import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import java.util.List;
import java.util.Optional;

/**
 * One version's file of a folder, as it was found.
 *
 * @param number that the file's name gives
 * @param written over what the parties wrote, as in {@link PublishedText}, faults or not
 * @param draft absent if there are faults
 * @param warnings what is allowed and seldom meant
 */
public record FolderVersion(
        int number,
        YamlFile file,
        Digest written,
        Optional<DraftVersion> draft,
        List<Fault> faults,
        List<Fault> warnings) {

    public FolderVersion {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }

    FolderVersion refused(Fault fault) {
        return new FolderVersion(number, file, written, Optional.empty(), List.of(fault), warnings);
    }

    FolderVersion warned(List<Fault> found) {
        return new FolderVersion(number, file, written, draft, faults, found);
    }
}

package io.adjudicator.contract;

import io.adjudicator.kernel.Fault;
import java.util.List;
import java.util.Optional;

/**
 * One version's file of a folder, as it was found.
 *
 * @param number that the file's name gives
 * @param draft absent if there are faults
 * @param warnings what is allowed and seldom meant
 */
public record FolderVersion(
        int number, YamlFile file, Optional<DraftVersion> draft, List<Fault> faults, List<Fault> warnings) {

    public FolderVersion {
        faults = List.copyOf(faults);
        warnings = List.copyOf(warnings);
    }
}

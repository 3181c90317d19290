package io.adjudicator.contract;

import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A customer's folder as it was read and checked, without a database.
 *
 * @param customer absent if the folder's name cannot be one
 * @param ownFaults of the folder itself, such as a file that no version uses; each version has its own
 * @param versions every v1.yaml, v2.yaml … in the order of their numbers, faulty ones included
 */
public record ContractFolder(
        Path path, Optional<CustomerId> customer, List<Fault> ownFaults, List<FolderVersion> versions) {

    public ContractFolder {
        ownFaults = List.copyOf(ownFaults);
        versions = List.copyOf(versions);
    }

    /** Reads {@code vN.yaml} and {@code *.drl} of the folder, which is named as its customer. Never throws for what is in them. */
    public static ContractFolder read(Path customerDir) {
        return new FolderReader(customerDir).read();
    }

    /** As the folder is named, whether it can be a customer or not. */
    public String name() {
        return String.valueOf(path.toAbsolutePath().normalize().getFileName());
    }

    public List<Fault> faults() {
        return Stream.concat(ownFaults.stream(), versions.stream().flatMap(version -> version.faults().stream()))
                .toList();
    }

    public List<Fault> warnings() {
        return versions.stream().flatMap(version -> version.warnings().stream()).toList();
    }

    /** The versions without fault, in the order of their numbers. */
    public List<DraftVersion> drafts() {
        return versions.stream().flatMap(version -> version.draft().stream()).toList();
    }

    /** For deciding offline. Throws {@code Refused} with every fault if there is any. */
    public Timeline<ContractVersion> timeline() {
        if (!faults().isEmpty()) {
            throw new Refused(Refused.Kind.UNPROCESSABLE, faults());
        }
        return Timeline.of(drafts().stream().map(DraftVersion::version).toList(), ContractVersion::effective);
    }
}

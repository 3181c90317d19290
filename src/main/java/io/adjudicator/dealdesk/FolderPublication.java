package io.adjudicator.dealdesk;

import io.adjudicator.contract.ContractFolder;
import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.DraftVersion;
import io.adjudicator.contract.FolderVersion;
import io.adjudicator.contract.PublishedText;
import io.adjudicator.dealdesk.PublicationResult.State;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.RuleSets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One customer's folder on its way into the store. A version that is stored already is compared by what the parties wrote
 * and is not checked again: a new release may well know other base rules. New versions are taken in order; the first
 * that is refused stops those after it, which were written to follow it.
 */
final class FolderPublication {

    private final ContractFolder folder;
    private final Contracts contracts;
    private final List<PublicationResult> results = new ArrayList<>();
    private final List<FolderVersion> added = new ArrayList<>();

    private FolderPublication(ContractFolder folder, Contracts contracts) {
        this.folder = folder;
        this.contracts = contracts;
    }

    static FolderPublication read(Path customerDir, Contracts contracts) {
        ContractFolder folder = ContractFolder.read(customerDir);
        FolderPublication publication = new FolderPublication(folder, contracts);
        folder.versions().forEach(publication::compare);
        if (folder.versions().isEmpty()) {
            publication.results.add(PublicationResult.refused(folder.name(), Optional.empty(), folder.ownFaults()));
        }
        return publication;
    }

    /** New versions that are written without fault, and so are worth compiling. */
    List<DraftVersion> candidates() {
        return added.stream().flatMap(version -> version.draft().stream()).toList();
    }

    List<PublicationResult> publish(Compilable compilable, RuleSets ruleSets, String publishedBy) {
        if (!added.isEmpty()) {
            publishAdded(compilable, AgreedCases.of(folder, ruleSets), ruleSets, publishedBy);
        }
        return List.copyOf(results);
    }

    private void publishAdded(Compilable compilable, AgreedCases agreed, RuleSets ruleSets, String publishedBy) {
        boolean stopped = false;
        for (FolderVersion version : added) {
            Optional<VersionCheck> checked = stopped
                    ? Optional.empty()
                    : version.draft().map(draft -> VersionCheck.of(draft, compilable, agreed, ruleSets));
            List<Fault> faults = stopped ? List.of(outOfTurn(version)) : faults(version, agreed, checked, ruleSets);
            PublicationResult result =
                    faults.isEmpty() ? store(version, checked.orElseThrow(), publishedBy) : refused(version, faults);
            stopped |= result.state() == State.REFUSED;
            results.add(result);
        }
    }

    private void compare(FolderVersion version) {
        Optional<PublishedText> published =
                folder.customer().flatMap(customer -> contracts.published(customer, version.number()));
        if (published.isEmpty()) {
            added.add(version);
        } else if (published.get().written().equals(version.written())) {
            results.add(result(version.number(), State.UNCHANGED, published.get()));
        } else {
            List<Fault> faults = new ArrayList<>(List.of(Contracts.reused(version.file(), version.number())));
            faults.addAll(version.faults());
            results.add(refused(version, faults));
        }
    }

    private List<Fault> faults(
            FolderVersion version, AgreedCases agreed, Optional<VersionCheck> checked, RuleSets ruleSets) {
        List<Fault> faults = new ArrayList<>(folder.ownFaults());
        faults.addAll(version.faults());
        faults.addAll(agreed.faults());
        checked.ifPresent(check -> faults.addAll(check.faults()));
        if (faults.isEmpty()) {
            faults.addAll(AgreedStatements.of(folder, ruleSets).faults());
        }
        return faults;
    }

    private PublicationResult store(FolderVersion version, VersionCheck checked, String publishedBy) {
        DraftVersion draft = version.draft().orElseThrow();
        try {
            boolean isNew = contracts.publish(draft, publishedBy);
            PublishedText stored = contracts
                    .published(draft.version().customer(), version.number())
                    .orElseThrow();
            PublicationResult result = result(version.number(), isNew ? State.PUBLISHED : State.UNCHANGED, stored);
            return isNew ? result.with(checked.remarks()) : result;
        } catch (Refused refused) {
            return refused(version, refused.faults());
        }
    }

    private PublicationResult result(int number, State state, PublishedText published) {
        return new PublicationResult(
                folder.name(),
                Optional.of(number),
                state,
                Optional.of(published.stored().digest()),
                List.of(),
                Optional.empty());
    }

    private PublicationResult refused(FolderVersion version, List<Fault> faults) {
        return PublicationResult.refused(folder.name(), Optional.of(version.number()), faults);
    }

    private static Fault outOfTurn(FolderVersion version) {
        return version.file()
                .fault(
                        "version_order",
                        "/version",
                        "expected the version before this one to be published first, but it was refused; correct that one");
    }
}

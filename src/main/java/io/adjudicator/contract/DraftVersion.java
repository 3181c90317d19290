package io.adjudicator.contract;

import io.adjudicator.contract.Succession.Place;
import io.adjudicator.kernel.Digest;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.OutcomeType;
import java.util.List;
import java.util.Optional;

/** A version read from its file and found without fault, ready to be published. */
public final class DraftVersion {

    private final YamlFile file;
    private final ContractContent content;
    private final ContractVersion version;

    DraftVersion(YamlFile file, ContractContent content) {
        this.file = file;
        this.content = content;
        this.version = content.version();
    }

    public ContractVersion version() {
        return version;
    }

    /** Over what the parties wrote; see {@link PublishedText}. */
    public Digest written() {
        return content.written();
    }

    /** Base rules that the order form takes away for this outcome type. */
    public List<Waiver> waived(OutcomeType type) {
        return Rows.waivers(file.tree().child("outcomes").child(type.value()));
    }

    /** What the parties wrote. */
    public Tree tree() {
        return file.tree();
    }

    /** A fault of this version, with its file, line and clause. */
    public Fault fault(String code, String pointer, String message) {
        return file.fault(code, pointer, message);
    }

    YamlFile file() {
        return file;
    }

    Optional<Integer> amends() {
        return file.tree().integer("amends");
    }

    Place place() {
        return new Place(version.version(), version.effective());
    }

    String content() {
        return content.json();
    }
}

package io.adjudicator.console;

import io.adjudicator.contract.ContractVersion;
import io.adjudicator.contract.Contracts;
import io.adjudicator.contract.StoredVersion;
import io.adjudicator.dealdesk.AgreedExamples;
import io.adjudicator.dealdesk.PlainContract;
import io.adjudicator.dealdesk.PublicationResult;
import io.adjudicator.dealdesk.Publisher;
import io.adjudicator.kernel.CustomerId;
import io.adjudicator.kernel.Fault;
import io.adjudicator.kernel.Refused;
import io.adjudicator.rules.RuleSets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** What was agreed, in plain words: customers, their versions, what changed between two, the pricing page, and what checks say. */
@Controller
class ContractPages {

    /** An open period has no last day; see the contract room. */
    private static final Instant NO_END = Instant.parse("9999-01-01T00:00:00Z");

    private final Contracts contracts;
    private final Publisher publisher;
    private final AgreedExamples examples;
    private final RuleSets ruleSets;
    private final Zones zones;

    ContractPages(Contracts contracts, Publisher publisher, AgreedExamples examples, RuleSets ruleSets, Zones zones) {
        this.contracts = contracts;
        this.publisher = publisher;
        this.examples = examples;
        this.ruleSets = ruleSets;
        this.zones = zones;
    }

    /** One customer in the list. */
    record CustomerRow(String name, int versions, int version, String zone, String unit, String outcomes) {}

    /** One version in the list. */
    record VersionRow(int version, String from, String to, String unit, String digest) {}

    /** One folder's latest publication. */
    record CheckRow(
            String customer,
            String version,
            String state,
            List<String> faults,
            List<String> warnings,
            List<String> notes,
            int leftOpen) {}

    @GetMapping("/console/customers")
    String customers(SignedIn visitor, Model model) {
        model.addAttribute(
                "rows", zones.visible(visitor).stream().map(this::row).toList());
        return "console/customers";
    }

    @GetMapping("/console/customers/{customer}")
    String customer(@PathVariable String customer, SignedIn visitor, Model model) {
        CustomerId of = zones.require(customer, visitor);
        List<StoredVersion> versions = contracts.versions(of);
        model.addAttribute("customer", customer);
        model.addAttribute("rows", versions.reversed().stream().map(this::row).toList());
        model.addAttribute("latest", versions.getLast().version());
        model.addAttribute(
                "earlier",
                versions.size() > 1 ? versions.get(versions.size() - 2).version() : 0);
        return "console/customer";
    }

    @GetMapping("/console/customers/{customer}/versions/{version}")
    String version(@PathVariable String customer, @PathVariable String version, SignedIn visitor, Model model) {
        ContractVersion found = require(zones.require(customer, visitor), version);
        model.addAttribute("customer", customer);
        model.addAttribute("version", row(stored(found)));
        model.addAttribute("zone", found.zone().getId());
        model.addAttribute("plain", PlainContract.of(found, ruleSets));
        model.addAttribute("drl", visitor.boundTo().isPresent() ? List.of() : drl(found));
        AgreedExamples.Agreed agreed = examples.of(found);
        model.addAttribute("examples", agreed.examples());
        model.addAttribute("exampleFaults", texts(agreed.faults()));
        model.addAttribute(
                "otherwise",
                agreed.examples().stream().filter(one -> !one.asAgreed()).count());
        model.addAttribute("checks", visitor.boundTo().isPresent() ? List.of() : checks(found));
        return "console/version";
    }

    /** The page that a customer's people understand: you are charged when, you are not charged when, and for how much. */
    @GetMapping("/console/customers/{customer}/pricing")
    String pricing(@PathVariable String customer, SignedIn visitor, Model model) {
        CustomerId of = zones.require(customer, visitor);
        ContractVersion latest = zones.latest(of).orElseThrow();
        model.addAttribute("customer", customer);
        model.addAttribute("version", row(stored(latest)));
        model.addAttribute("zone", latest.zone().getId());
        model.addAttribute("plain", PlainContract.of(latest, ruleSets));
        return "console/pricing";
    }

    @GetMapping("/console/customers/{customer}/changes")
    String changes(
            @PathVariable String customer,
            @RequestParam(defaultValue = "") String from,
            @RequestParam(defaultValue = "") String to,
            SignedIn visitor,
            Model model) {
        CustomerId of = zones.require(customer, visitor);
        ContractVersion older = require(of, from);
        ContractVersion newer = require(of, to);
        model.addAttribute("customer", customer);
        model.addAttribute("from", from);
        model.addAttribute("to", to);
        model.addAttribute(
                "versions",
                contracts.versions(of).stream().map(StoredVersion::version).toList());
        model.addAttribute("changes", Changes.between(sentences(older), sentences(newer)));
        return "console/changes";
    }

    @GetMapping("/console/checks")
    String checks(Model model) {
        model.addAttribute(
                "rows", publisher.latest().stream().map(ContractPages::check).toList());
        return "console/checks";
    }

    private List<CheckRow> checks(ContractVersion version) {
        return publisher.latest().stream()
                .filter(result -> result.customer().equals(version.customer().value()))
                .filter(result -> result.version()
                        .map(number -> number == version.version())
                        .orElse(true))
                .map(ContractPages::check)
                .toList();
    }

    private CustomerRow row(CustomerId customer) {
        ContractVersion latest = zones.latest(customer).orElseThrow();
        return new CustomerRow(
                customer.value(),
                contracts.versions(customer).size(),
                latest.version(),
                latest.zone().getId(),
                latest.unit().code(),
                String.join(
                        ", ",
                        latest.outcomes().keySet().stream()
                                .map(type -> type.value())
                                .sorted()
                                .toList()));
    }

    private VersionRow row(StoredVersion stored) {
        ContractVersion version = contracts.byDigest(stored.digest());
        ZoneId zone = version.zone();
        return new VersionRow(
                stored.version(),
                LocalDate.ofInstant(stored.effective().from(), zone).toString(),
                stored.effective().to().isBefore(NO_END)
                        ? LocalDate.ofInstant(stored.effective().to(), zone).toString()
                        : "",
                version.unit().code(),
                stored.digest().value());
    }

    private StoredVersion stored(ContractVersion version) {
        return contracts.versions(version.customer()).stream()
                .filter(stored -> stored.digest().equals(version.digest()))
                .findFirst()
                .orElseThrow();
    }

    private ContractVersion require(CustomerId customer, String version) {
        return contracts.versions(customer).stream()
                .filter(stored -> Integer.toString(stored.version()).equals(version))
                .findAny()
                .map(stored -> contracts.byDigest(stored.digest()))
                .orElseThrow(() -> new Refused(
                        Refused.Kind.NOT_FOUND,
                        "unknown_contract",
                        "",
                        "There is no version " + version + " of this contract."));
    }

    private static List<String> drl(ContractVersion version) {
        return version.outcomes().values().stream()
                .sorted((one, other) -> one.type().compareTo(other.type()))
                .map(terms -> "// " + terms.type() + "\n" + terms.rules().drl())
                .toList();
    }

    /** Every sentence with its heading in front, so that a sentence that moved to another heading shows as changed. */
    private List<String> sentences(ContractVersion version) {
        PlainContract plain = PlainContract.of(version, ruleSets);
        List<String> sentences = new ArrayList<>();
        plain.general().forEach(part -> add(sentences, part.heading(), part.points()));
        plain.outcomes().forEach(outcome -> {
            String type = outcome.type().value();
            add(sentences, type, List.of(outcome.definition()));
            add(sentences, type + ", charged when", outcome.chargedWhen());
            add(sentences, type + ", not charged when", outcome.notChargedWhen());
            add(sentences, type + ", a person decides when", outcome.personDecidesWhen());
            add(sentences, type + ", price", outcome.prices());
            outcome.rest().forEach(part -> add(sentences, type + ", " + part.heading(), part.points()));
        });
        return sentences;
    }

    private static void add(List<String> sentences, String heading, List<String> points) {
        points.forEach(point -> sentences.add(heading + ": " + point));
    }

    private static CheckRow check(PublicationResult result) {
        return new CheckRow(
                result.customer(),
                result.version().map(version -> "version " + version).orElse("folder"),
                Shown.sentence(result.state().name()),
                texts(result.faults()),
                result.remarks().map(remarks -> texts(remarks.warnings())).orElse(List.of()),
                result.remarks().map(remarks -> texts(remarks.notes())).orElse(List.of()),
                result.remarks().map(remarks -> remarks.leavesOpen().size()).orElse(0));
    }

    private static List<String> texts(List<Fault> faults) {
        return faults.stream().map(fault -> fault.at() + ": " + fault.message()).toList();
    }
}

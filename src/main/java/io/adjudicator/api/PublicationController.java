package io.adjudicator.api;

import io.adjudicator.dealdesk.PublicationResult;
import io.adjudicator.dealdesk.Publisher;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads the installation's own contract folder again; a contract itself never comes through this door. */
@RestController
class PublicationController {

    private final Publisher publisher;

    PublicationController(Publisher publisher) {
        this.publisher = publisher;
    }

    /** One result for each version in the folder; a faulty one hurts nobody else. */
    @PostMapping("/v1/contracts/publications")
    List<PublicationResult> publishContracts(Caller caller) {
        return publisher.publishAll("key " + caller.getName());
    }
}

package io.adjudicator.api;

import io.adjudicator.intake.ClaimReader;
import io.adjudicator.intake.CloudEventOfBatch;
import io.adjudicator.intake.CloudEventReader;
import io.adjudicator.intake.EvidenceReader;
import io.adjudicator.intake.Received;
import io.adjudicator.intake.RecordReader;
import io.adjudicator.rules.Vocabulary;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** Turns requests into records, whichever of the forms on offer they came in. */
@Component
final class Incoming {

    static final String CLOUD_EVENT = "application/cloudevents+json";
    static final String CLOUD_EVENTS = "application/cloudevents-batch+json";

    /** Bytes. A record of full size with a hundred facts has less. */
    private static final int LARGEST_RECORD = 256 * 1024;

    /** Bytes. Larger amounts go to {@code /v1/batches}, which streams. */
    private static final int LARGEST_EVENT_BATCH = 4 * 1024 * 1024;

    private static final String ATTRIBUTE_HEADER = "ce-";

    private final ClaimReader claims;
    private final EvidenceReader evidence;
    private final CloudEventReader events;
    private final RecordReader lines;

    /** @param ahead how far after now a record may have happened; a replay sends a whole step before time moves to its end */
    Incoming(InstantSource clock, @Value("${adjudicator.intake.ahead:PT5M}") Duration ahead) {
        this.claims = new ClaimReader(Vocabulary.ofThisRelease(), clock, ahead);
        this.evidence = new EvidenceReader(clock, ahead);
        this.events = new CloudEventReader(claims, evidence);
        this.lines = new RecordReader(claims, evidence);
    }

    Received claim(HttpServletRequest request) throws IOException {
        return one(request, CloudEventReader.CLAIM, claims::read);
    }

    Received evidence(HttpServletRequest request) throws IOException {
        return one(request, CloudEventReader.EVIDENCE, evidence::read);
    }

    List<CloudEventOfBatch> claims(HttpServletRequest request) throws IOException {
        return events.batch(BoundedBody.bytes(request, LARGEST_EVENT_BATCH), CloudEventReader.CLAIM);
    }

    List<CloudEventOfBatch> evidenceRecords(HttpServletRequest request) throws IOException {
        return events.batch(BoundedBody.bytes(request, LARGEST_EVENT_BATCH), CloudEventReader.EVIDENCE);
    }

    Received line(byte[] line) {
        return lines.read(line);
    }

    private Received one(HttpServletRequest request, String type, Function<byte[], Received> plain) throws IOException {
        byte[] body = BoundedBody.bytes(request, LARGEST_RECORD);
        if (MediaType.parseMediaType(CLOUD_EVENT).includes(MediaType.parseMediaType(request.getContentType()))) {
            return events.structured(body, type);
        }
        Map<String, String> attributes = attributes(request);
        return attributes.isEmpty() ? plain.apply(body) : events.binary(attributes, body, type);
    }

    /** HTTP protocol binding, section 3.1.3.1. */
    private static Map<String, String> attributes(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .filter(name -> name.regionMatches(true, 0, ATTRIBUTE_HEADER, 0, ATTRIBUTE_HEADER.length()))
                .collect(Collectors.toMap(
                        name -> name.substring(ATTRIBUTE_HEADER.length()).toLowerCase(Locale.ROOT),
                        request::getHeader,
                        (first, repeated) -> first));
    }
}

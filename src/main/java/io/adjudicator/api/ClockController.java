package io.adjudicator.api;

import io.adjudicator.embedded.MovableClock;
import io.adjudicator.intake.RecordInstantReader;
import io.adjudicator.kernel.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Moves time for replays and demos; does not exist where time is real. */
@RestController
@ConditionalOnProperty(name = "adjudicator.clock", havingValue = "movable")
class ClockController {

    private static final int LARGEST = 1_000;

    private final MovableClock clock;

    ClockController(MovableClock clock) {
        this.clock = clock;
    }

    /** The instant that the service takes for now. */
    @Schema(name = "Time")
    record Time(Instant now) {}

    @PostMapping(path = "/v1/clock", consumes = MediaType.APPLICATION_JSON_VALUE)
    Time moveClock(HttpServletRequest request) throws IOException {
        Instant target = RecordInstantReader.read(BoundedBody.bytes(request, LARGEST), "now");
        try {
            clock.moveTo(target);
        } catch (IllegalArgumentException back) {
            throw new Refused(Refused.Kind.CONFLICT, "clock_moved_back", "/now", String.valueOf(back.getMessage()));
        }
        return new Time(clock.instant());
    }
}

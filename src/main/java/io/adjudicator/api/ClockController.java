package io.adjudicator.api;

import io.adjudicator.embedded.MovableClock;
import io.adjudicator.kernel.Refused;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Moves time for replays and demos; does not exist where time is real. */
@RestController
@ConditionalOnProperty(name = "adjudicator.clock", havingValue = "movable")
class ClockController {

    private final MovableClock clock;

    ClockController(MovableClock clock) {
        this.clock = clock;
    }

    /** An instant. */
    @Schema(name = "Time")
    record Time(Instant now) {}

    @PostMapping("/v1/clock")
    Time moveClock(@RequestBody Time target) {
        try {
            clock.moveTo(target.now());
        } catch (IllegalArgumentException back) {
            throw new Refused(Refused.Kind.CONFLICT, "clock_moved_back", "/now", String.valueOf(back.getMessage()));
        }
        return new Time(clock.instant());
    }
}

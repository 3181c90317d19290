package io.adjudicator.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.intake.EvidenceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

class OpenApiTest extends ApiTest {

    private static final Path FROZEN = Path.of("docs", "openapi.json");
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** Callers build on it, so a change must be seen by whoever makes it. */
    @Test
    void servesTheFrozenDocument() throws IOException {
        JsonNode served = withKey(Optional.empty()).get("/openapi.json").json();
        if (Boolean.getBoolean("openapi.refresh")) {
            Files.writeString(FROZEN, JSON.writeValueAsString(served) + "\n");
        }
        assertThat(JSON.writeValueAsString(served) + "\n")
                .as("docs/openapi.json; if the change is meant: mvn test -Dtest=OpenApiTest -Dopenapi.refresh=true")
                .isEqualTo(Files.readString(FROZEN));
    }

    @Test
    void describesEveryEndpointOfTheTable() {
        JsonNode paths = withKey(Optional.empty()).get("/openapi.json").json().path("paths");
        assertThat(Endpoint.all().stream().filter(endpoint -> endpoint.path().startsWith("/v1/")))
                .isNotEmpty()
                .allSatisfy(endpoint -> assertThat(paths.path(endpoint.path())
                                .path(endpoint.method().name().toLowerCase(Locale.ROOT))
                                .path("summary")
                                .asString(""))
                        .isNotEmpty());
    }

    @Test
    void resolvesEveryReference() {
        String document = withKey(Optional.empty()).get("/openapi.json").text();
        JsonNode tree = JSON.readTree(document);
        assertThat(tree.path("openapi").asString()).startsWith("3.1");
        assertThat(Pattern.compile("\"\\$ref\"\\s*:\\s*\"#([^\"]+)\"")
                        .matcher(document)
                        .results()
                        .map(match -> match.group(1)))
                .isNotEmpty()
                .allSatisfy(pointer ->
                        assertThat(tree.at(pointer).isMissingNode()).as(pointer).isFalse());
    }

    @Test
    void namesEveryKindOfEvidence() {
        JsonNode schemas = withKey(Optional.empty()).get("/openapi.json").json().at("/components/schemas");
        List<String> kinds =
                Arrays.stream(EvidenceKind.values()).map(EvidenceKind::wireName).toList();
        for (String schema : List.of("NewEvidence", "EvidenceLine")) {
            assertThat(schemas.at("/" + schema + "/properties/kind/enum")
                            .valueStream()
                            .map(JsonNode::asString))
                    .as(schema)
                    .containsExactlyInAnyOrderElementsOf(kinds);
        }
    }

    /** A page that works in a closed network. */
    @Test
    void opensTheReferencePageWithoutOtherHosts() {
        Http anybody = withKey(Optional.empty());
        assertThat(anybody.get("/docs").header("Location")).isEqualTo("/swagger-ui/index.html");
        for (String file : new String[] {"index.html", "swagger-initializer.js", "swagger-ui.css"}) {
            Http.Reply reply = anybody.get("/swagger-ui/" + file);
            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.text()).doesNotContainPattern("(src|href|url)\\s*[=:(]\\s*[\"']?https?://");
        }
        assertThat(anybody.get("/openapi.json/swagger-config")
                        .json()
                        .path("url")
                        .asString())
                .isEqualTo("/openapi.json");
    }
}

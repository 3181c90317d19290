package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.TaskKind;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.CallActivity;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.ServiceTask;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeInput;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProcessModelsTest {

    private static final Set<String> JOB_TYPES = Set.of(
            MeasurementWindowProcess.SETTLE,
            "case.remind",
            "review.prepare",
            "dispute.readjudicate",
            "dispute.proceed",
            "credit.prepare",
            "credit.proceed",
            "credit.post");

    private static final Set<String> MESSAGES = Set.of(
            MeasurementWindowProcess.COHORT_OPENED,
            CaseProcesses.opened(CaseKind.CLAIM_REVIEW),
            CaseProcesses.opened(CaseKind.DISPUTE),
            CaseProcesses.opened(CaseKind.CREDIT_REVIEW),
            CaseSignal.EVIDENCE_ADDED,
            CaseSignal.WITHDRAWN);

    static List<Path> processes() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn")).toList();
        }
    }

    @ParameterizedTest
    @MethodSource("processes")
    void isOneExecutableProcessNamedLikeItsFile(Path file) {
        assertThat(all(file, Process.class)).singleElement().satisfies(process -> {
            assertThat(process.isExecutable()).isTrue();
            assertThat(process.getName()).isNotBlank();
            assertThat(process.getId() + ".bpmn").isEqualTo(file.getFileName().toString());
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void fitsOnAPage(Path file) {
        assertThat(all(file, FlowNode.class)).hasSizeBetween(3, 15);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void namesEveryElementAndEveryWayOutOfAGateway(Path file) {
        assertThat(all(file, FlowNode.class))
                .allSatisfy(node -> assertThat(node.getName()).as(node.getId()).isNotBlank());
        assertThat(all(file, ExclusiveGateway.class).stream().flatMap(gateway -> gateway.getOutgoing().stream()))
                .allSatisfy(flow -> assertThat(flow.getName()).as(flow.getId()).isNotBlank());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void leadsFromAStartToAnEndWithoutDeadEnds(Path file) {
        assertThat(all(file, FlowNode.class)).allSatisfy(node -> {
            boolean onItsOwn = node instanceof SubProcess inside && inside.triggeredByEvent();
            boolean starts = node instanceof StartEvent || node instanceof BoundaryEvent || onItsOwn;
            boolean ends = node instanceof EndEvent || onItsOwn;
            assertThat(node.getIncoming().isEmpty())
                    .as("%s is reached", node.getId())
                    .isEqualTo(starts);
            assertThat(node.getOutgoing().isEmpty())
                    .as("%s leads on", node.getId())
                    .isEqualTo(ends);
        });
        assertThat(all(file, SequenceFlow.class)).allSatisfy(flow -> {
            assertThat(flow.getSource().getOutgoing()).contains(flow);
            assertThat(flow.getTarget().getIncoming()).contains(flow);
        });
    }

    @ParameterizedTest
    @MethodSource("processes")
    void hasAWayOutOfEveryGatewayWhateverTheVariablesAre(Path file) {
        assertThat(all(file, ExclusiveGateway.class).stream()
                        .filter(gateway -> gateway.getOutgoing().size() > 1))
                .allSatisfy(gateway -> {
                    SequenceFlow otherwise = gateway.getDefault();
                    assertThat(otherwise).as("default of %s", gateway.getId()).isNotNull();
                    assertThat(gateway.getOutgoing())
                            .allSatisfy(flow -> assertThat(flow.getConditionExpression() == null)
                                    .isEqualTo(flow.getId().equals(otherwise.getId())));
                });
    }

    /** What {@link Way} says of a step's answer is what the diagram does with it. */
    @ParameterizedTest
    @MethodSource("processes")
    void readsWhatItsStepsHaveToAnswer(Path file) {
        assertThat(all(file, ServiceTask.class).stream()
                        .filter(step -> !step.getId().equals("settle-cohort")))
                .allSatisfy(step -> {
                    String job = step.getSingleExtensionElement(ZeebeTaskDefinition.class)
                            .getType();
                    assertThat(Way.from(job).stream()
                                    .collect(Collectors.toMap(Way::word, way -> Set.copyOf(way.reads()))))
                            .as(job)
                            .isEqualTo(waysBehind(file, step));
                });
    }

    private static Map<String, Set<String>> waysBehind(Path file, FlowNode step) {
        Map<String, Set<String>> ways = new HashMap<>();
        for (SequenceFlow flow :
                step.getOutgoing().iterator().next().getTarget().getOutgoing()) {
            String condition = flow.getConditionExpression() == null
                    ? "=next = \"done\""
                    : flow.getConditionExpression().getTextContent();
            Matcher word = Pattern.compile("=next = \"([a-z-]+)\"").matcher(condition);
            assertThat(word.matches()).as(condition).isTrue();
            ways.put(word.group(1), readBy(file, flow.getTarget()));
        }
        return ways;
    }

    private static Set<String> readBy(Path file, FlowNode node) {
        Stream<String> timers = all(file, BoundaryEvent.class).stream()
                .filter(event -> event.getAttachedTo().getId().equals(node.getId()))
                .flatMap(event -> event.getChildElementsByType(TimerEventDefinition.class).stream())
                .map(timer -> timer.getTimeDate().getTextContent());
        Stream<String> inputs = all(file, ZeebeInput.class).stream()
                .filter(input -> node instanceof CallActivity)
                .map(ZeebeInput::getSource);
        String read = Stream.concat(timers, inputs).collect(Collectors.joining(" "));
        Set<String> names = Stream.of(
                        CaseProcesses.REMIND_AT,
                        CaseProcesses.DUE_AT,
                        CaseProcesses.WAIT_UNTIL,
                        CaseProcesses.CREDIT_CASE_ID)
                .filter(read::contains)
                .collect(Collectors.toCollection(HashSet::new));
        if (node instanceof UserTask) {
            names.add(CaseProcesses.ROUND);
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("processes")
    void usesOnlyJobsAndMessagesThatSomebodyServes(Path file) {
        assertThat(all(file, ZeebeTaskDefinition.class))
                .extracting(ZeebeTaskDefinition::getType)
                .isSubsetOf(JOB_TYPES);
        assertThat(all(file, Message.class)).extracting(Message::getName).isSubsetOf(MESSAGES);
    }

    @ParameterizedTest
    @MethodSource("processes")
    void asksPeopleOnlyForKnownTasksAndRemindsThem(Path file) {
        assertThat(all(file, UserTask.class)).allSatisfy(task -> {
            assertThat(TaskKind.ofWireName(task.getId())).isPresent();
            assertThat(all(file, BoundaryEvent.class).stream()
                            .filter(event -> event.getAttachedTo().getId().equals(task.getId()))
                            .filter(event -> !event.cancelActivity())
                            .flatMap(event -> event.getChildElementsByType(TimerEventDefinition.class).stream())
                            .map(timer -> timer.getTimeDate().getTextContent()))
                    .containsExactlyInAnyOrder("=remindAt", "=dueAt");
        });
        assertThat(all(file, BoundaryEvent.class).stream()
                        .filter(event -> !event.cancelActivity())
                        .flatMap(event -> event.getOutgoing().stream())
                        .map(flow -> flow.getTarget().getSingleExtensionElement(ZeebeTaskDefinition.class)))
                .allSatisfy(job -> assertThat(job.getType()).isEqualTo("case.remind"));
    }

    @Test
    void hasAProcessForEveryKindOfCase() throws IOException {
        assertThat(processes())
                .map(Path::toString)
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(Stream.of(MeasurementWindowProcess.RESOURCE), CaseProcesses.resources().stream())
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("processes")
    void drawsEverythingOnceAndFromLeftToRight(Path file) {
        assertThat(all(file, BpmnShape.class).stream()
                        .map(BpmnShape::getBpmnElement)
                        .map(BaseElement::getId))
                .containsExactlyInAnyOrderElementsOf(ids(file, FlowNode.class));
        assertThat(all(file, BpmnEdge.class).stream()
                        .map(BpmnEdge::getBpmnElement)
                        .map(BaseElement::getId))
                .containsExactlyInAnyOrderElementsOf(ids(file, SequenceFlow.class));
        List<Double> columns = all(file, BpmnShape.class).stream()
                .map(BpmnShape::getBounds)
                .map(Bounds::getX)
                .toList();
        assertThat(columns).isSorted().doesNotHaveDuplicates();
    }

    private static <T extends org.camunda.bpm.model.xml.instance.ModelElementInstance> List<T> all(
            Path file, Class<T> type) {
        BpmnModelInstance model = Bpmn.readModelFromFile(file.toFile());
        return List.copyOf(model.getModelElementsByType(type));
    }

    private static <T extends FlowElement> Set<String> ids(Path file, Class<T> type) {
        return all(file, type).stream().map(FlowElement::getId).collect(Collectors.toSet());
    }
}

package io.adjudicator.workflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.adjudicator.casework.CaseKind;
import io.adjudicator.casework.CaseSignal;
import io.adjudicator.casework.TaskKind;
import io.camunda.zeebe.model.bpmn.Bpmn;
import io.camunda.zeebe.model.bpmn.BpmnModelInstance;
import io.camunda.zeebe.model.bpmn.instance.BaseElement;
import io.camunda.zeebe.model.bpmn.instance.BoundaryEvent;
import io.camunda.zeebe.model.bpmn.instance.EndEvent;
import io.camunda.zeebe.model.bpmn.instance.ExclusiveGateway;
import io.camunda.zeebe.model.bpmn.instance.FlowElement;
import io.camunda.zeebe.model.bpmn.instance.FlowNode;
import io.camunda.zeebe.model.bpmn.instance.Message;
import io.camunda.zeebe.model.bpmn.instance.Process;
import io.camunda.zeebe.model.bpmn.instance.SequenceFlow;
import io.camunda.zeebe.model.bpmn.instance.StartEvent;
import io.camunda.zeebe.model.bpmn.instance.SubProcess;
import io.camunda.zeebe.model.bpmn.instance.TimerEventDefinition;
import io.camunda.zeebe.model.bpmn.instance.UserTask;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnEdge;
import io.camunda.zeebe.model.bpmn.instance.bpmndi.BpmnShape;
import io.camunda.zeebe.model.bpmn.instance.dc.Bounds;
import io.camunda.zeebe.model.bpmn.instance.zeebe.ZeebeTaskDefinition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
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

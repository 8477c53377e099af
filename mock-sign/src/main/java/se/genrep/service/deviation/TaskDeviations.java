package se.genrep.service.deviation;

import static se.genrep.deviation.Deviation.deviation;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.genrep.deviation.Deviation;
import se.genrep.protocol.SignTask;
import se.genrep.protocol.SignTask.SignatureValue;
import se.genrep.service.SignStage;
import se.genrep.service.SignatureMethod;

/** The tasks are not signed as they have to be (DSS extension 4.1). */
final class TaskDeviations {

  static final Deviation WRONG_SIGNATURE =
      deviation("sign-response-wrong-signature", "returns a signature value with one bit changed")
          .at(
              SignStage.SIGNED_TASKS,
              (tasks, scene) -> first(tasks, task -> task.signed(flipped(task))));

  static final Deviation KEY_EACH =
      deviation("sign-response-key-each", "signs every task but the first with a key of its own")
          .at(SignStage.SIGNING, (signing, scene) -> signing.withKeyEach());

  static final Deviation MISSING_TASK =
      deviation("sign-response-missing-task", "leaves the last task unanswered")
          .at(
              SignStage.SIGNED_TASKS,
              (tasks, scene) -> tasks.subList(0, Math.max(1, tasks.size() - 1)));

  static final Deviation TASK_TWICE =
      deviation("sign-response-task-twice", "answers the first task twice")
          .at(
              SignStage.SIGNED_TASKS,
              (tasks, scene) -> {
                List<SignTask> more = new ArrayList<>(tasks);
                more.add(tasks.get(0));
                return more;
              });

  static final Deviation SWAPPED_SIGNATURES =
      deviation("sign-response-swapped-signatures", "gives two tasks each other's signatures")
          .at(
              SignStage.SIGNED_TASKS,
              (tasks, scene) -> {
                List<SignTask> swapped = new ArrayList<>(tasks);
                int last = tasks.size() - 1;
                swapped.set(0, tasks.get(0).signed(tasks.get(last).signature().orElseThrow()));
                swapped.set(last, tasks.get(last).signed(tasks.get(0).signature().orElseThrow()));
                return swapped;
              });

  static final Deviation SWAPPED_TASKS =
      deviation(
              "sign-response-swapped-tasks",
              "gives two tasks each other's names, with what was signed")
          .at(
              SignStage.SIGNED_TASKS,
              (tasks, scene) -> {
                List<SignTask> swapped = new ArrayList<>(tasks);
                int last = tasks.size() - 1;
                swapped.set(0, named(tasks.get(last), tasks.get(0).id()));
                swapped.set(last, named(tasks.get(0), tasks.get(last).id()));
                return swapped;
              });

  static final Deviation UNSIGNED_TASK =
      deviation("sign-response-unsigned-task", "returns the first task without a signature")
          .at(
              SignStage.SIGNED_TASKS,
              (tasks, scene) ->
                  first(
                      tasks,
                      task ->
                          new SignTask(
                              task.id(),
                              task.type(),
                              task.ades(),
                              task.processingRules(),
                              task.toBeSigned(),
                              task.adesObject(),
                              Optional.empty())));

  static final Deviation OTHER_OCTETS =
      deviation("sign-response-other-octets", "signs something else than the first task asks for")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.withTasks(
                      first(
                          signing.tasks(),
                          task ->
                              SignTask.plain(
                                  task.id().orElse(""),
                                  task.type(),
                                  ("MOCK " + scene.canary().number().orElse(""))
                                      .getBytes(StandardCharsets.UTF_8)))));

  static final Deviation OTHER_TASK_ID =
      deviation("sign-response-other-task-id", "returns the first task under another name")
          .at(
              SignStage.SIGNED_TASKS,
              (tasks, scene) -> first(tasks, task -> named(task, Optional.of(scene.newId()))));

  static final Deviation OTHER_METHOD =
      deviation(
              "sign-response-other-algorithm",
              "signs with another algorithm than the request asks for")
          .at(
              SignStage.SIGNING,
              (signing, scene) ->
                  signing.with(
                      signing.method().isRsa()
                          ? signing.method() == SignatureMethod.RSA_SHA512
                              ? SignatureMethod.RSA_SHA256
                              : SignatureMethod.RSA_SHA512
                          : signing.method() == SignatureMethod.ECDSA_SHA384
                              ? SignatureMethod.ECDSA_SHA256
                              : SignatureMethod.ECDSA_SHA384));

  private TaskDeviations() {}

  private interface Change {
    SignTask of(SignTask task);
  }

  private static List<SignTask> first(List<SignTask> tasks, Change change) {
    List<SignTask> changed = new ArrayList<>(tasks);
    changed.set(0, change.of(tasks.get(0)));
    return changed;
  }

  private static SignTask named(SignTask task, Optional<String> id) {
    return new SignTask(
        id,
        task.type(),
        task.ades(),
        task.processingRules(),
        task.toBeSigned(),
        task.adesObject(),
        task.signature());
  }

  private static SignatureValue flipped(SignTask task) {
    SignatureValue made = task.signature().orElseThrow();
    byte[] value = made.value().clone();
    value[value.length - 1] ^= 1;
    return new SignatureValue(value, made.algorithm());
  }
}

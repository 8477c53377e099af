package se.genrep.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import se.genrep.http.ControlOptions;
import se.genrep.http.MockFederation;
import se.genrep.idp.MockIdp;
import se.genrep.reference.DemoSp;
import se.genrep.service.MockSign;
import se.genrep.service.SigningSite;

/** {@code genrep up}: runs the mock federation until it is interrupted. */
@Command(
    name = "up",
    mixinStandardHelpOptions = true,
    description = "Start the mock federation; prints one JSON line when it is ready.")
final class UpCommand implements Callable<Integer> {

  @ParentCommand private Genrep genrep;
  @Spec private CommandSpec spec;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      defaultValue = ".genrep",
      description = "Where keys and members' metadata are kept (default: ${DEFAULT-VALUE}).")
  private Path data;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8480",
      description = "The port; 0 takes any free one (default: ${DEFAULT-VALUE}).")
  private int port;

  @Option(
      names = "--https-port",
      paramLabel = "N",
      defaultValue = "-1",
      description =
          "A port by TLS, for the Holder-of-key profile, with a MOCK certificate; 0 takes any free"
              + " one (default: none).")
  private int httpsPort;

  @Option(
      names = "--host",
      paramLabel = "NAME",
      defaultValue = "localhost",
      description = "The name browsers reach this machine by (default: ${DEFAULT-VALUE}).")
  private String host;

  @Option(
      names = "--control-port",
      paramLabel = "N",
      description =
          "The port of the control API, 0 for any free one, or 'off' (default: one more than"
              + " --port).")
  private String controlPort;

  @Option(
      names = "--demo-port",
      paramLabel = "N",
      description =
          "The port of the demo e-service, 0 for any free one, or 'off' (default: two more than"
              + " --port).")
  private String demoPort;

  @Option(
      names = "--control-host",
      paramLabel = "NAME",
      defaultValue = "localhost",
      description =
          "The name the control API is reached by (default: ${DEFAULT-VALUE}). Elsewhere than on"
              + " loopback callers need a token: that of GENREP_CONTROL_TOKEN, or one made at this"
              + " start.")
  private String controlHost;

  @Override
  public Integer call() {
    Path folder = data.toAbsolutePath().normalize();
    PrintWriter err = spec.commandLine().getErr();
    OptionalInt demoAt = DemoChoice.of(demoPort, port);
    ControlOptions control =
        ControlChoice.of(
            controlHost, controlPort, port, genrep.environment("GENREP_CONTROL_TOKEN"));
    try (MockFederation federation =
            MockFederation.start(
                MockFederation.options()
                    .data(folder)
                    .host(host)
                    .port(port)
                    .httpsPort(httpsPort)
                    .stackTraces(genrep.showsStackTraces())
                    .control(control)
                    .guests(new SigningSite())
                    .report(problem -> err.println(problem.getMessage())));
        DemoSp demo = DemoChoice.start(demoAt, host, federation)) {
      Runtime.getRuntime().addShutdownHook(new Thread(federation::close, "genrep-stop"));
      spec.commandLine().getOut().println(ready(federation, folder));
      federation.demo().ifPresent(url -> err.println("The demo e-service is at " + url + "/."));
      if (control != null) {
        ControlChoice.tell(control, federation, err);
      }
      err.println("The mock federation runs at " + federation.baseUrl() + "/ until Ctrl-C.");
      federation.federation().problems(); // reads the members' files and has problems reported
      new CountDownLatch(1).await();
      return Genrep.CONFORMING;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Genrep.CONFORMING; // asked to end, and ended
    }
  }

  /** The line that says it is ready. */
  static String ready(MockFederation federation, Path data) {
    StringWriter text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeBooleanField("ready", true);
      json.writeStringField("url", federation.baseUrl());
      json.writeStringField("metadata", federation.baseUrl() + "/metadata");
      if (federation.controlUrl().isPresent()) {
        json.writeStringField("control", federation.controlUrl().get().toString());
      }
      if (federation.demo().isPresent()) {
        json.writeStringField("demo", federation.demo().get().toString());
      }
      json.writeObjectFieldStart("signing");
      json.writeStringField("entityId", federation.baseUrl() + MockSign.PATH);
      json.writeStringField("metadata", federation.baseUrl() + MockSign.PATH + "/metadata");
      json.writeStringField("request", federation.baseUrl() + MockSign.PATH + "/request");
      json.writeEndObject();
      json.writeArrayFieldStart("idps");
      for (MockIdp idp : federation.idps()) {
        json.writeStartObject();
        json.writeStringField("profile", idp.profile().id());
        json.writeStringField("entityId", idp.entityId());
        json.writeStringField("metadata", idp.entityId() + "/metadata");
        json.writeStringField("sso", idp.location(true));
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeStringField("data", data.toString());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}

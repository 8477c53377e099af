package se.genrep.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import se.genrep.input.BadInput;

/** Ends a call of the control API: problem details (RFC 9457) with what to do. */
final class ControlRefusal extends RuntimeException {

  private final int status;
  private final String title;
  private final String where;
  private final String remedy;

  ControlRefusal(int status, String title, String detail, String remedy) {
    this(status, title, "", detail, remedy);
  }

  private ControlRefusal(int status, String title, String where, String detail, String remedy) {
    super(detail, null, false, false);
    this.status = status;
    this.title = title;
    this.where = where;
    this.remedy = remedy;
  }

  static ControlRefusal of(int status, BadInput e) {
    return new ControlRefusal(status, "Not usable", e.where(), e.problem(), e.remedy());
  }

  static ControlRefusal notFound(String detail, String remedy) {
    return new ControlRefusal(404, "Not found", detail, remedy);
  }

  Reply reply() {
    ObjectNode problem = ControlJson.object();
    problem.put("status", status).put("title", title);
    problem.put("detail", getMessage()).put("remedy", remedy);
    if (!where.isEmpty()) {
      problem.put("where", where);
    }
    Reply reply = ControlJson.reply(status, "application/problem+json", problem);
    return status == 401 ? reply.with("WWW-Authenticate", "Bearer") : reply;
  }
}

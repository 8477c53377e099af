/** Reports: report.json first, HTML and JUnit XML as functions of it. Formats: docs/report.md. */
package se.genrep.report;

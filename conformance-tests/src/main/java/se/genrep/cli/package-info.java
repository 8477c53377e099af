/** The command line: one class a command, under the exit codes and streams of docs/design.md 7. */
package se.genrep.cli;

/**
 * The rules, one file a clause. A constant of the type {@code Rule} is a rule; no list names it.
 */
package se.genrep.lint.rules;

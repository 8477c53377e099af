/** The cases, a package for each role and a file for each clause. */
package se.genrep.cases;

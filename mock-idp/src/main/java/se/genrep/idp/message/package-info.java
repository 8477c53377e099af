/** Messages that a service provider has shown to the person, and how they are shown safely. */
package se.genrep.idp.message;

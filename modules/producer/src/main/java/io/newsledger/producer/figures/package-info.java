/** Tables of figures as articles whose text is the table. Pure. */
package io.newsledger.producer.figures;

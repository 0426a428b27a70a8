package io.tillflow.storefront.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** On calls that need the token of a sign-in where what they are about is an account's; what is a guest's needs none. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface TokenOptional {}

-- What mails to a person are written in; null until they chose one or signed in from a browser that asks for one of ours.
CREATE TYPE "Language" AS ENUM ('en', 'de');

ALTER TABLE "users" ADD COLUMN "language" "Language";

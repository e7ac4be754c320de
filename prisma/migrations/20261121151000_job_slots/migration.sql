-- CreateTable
CREATE TABLE "job_slots" (
    "name" TEXT NOT NULL,
    "slot" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "job_slots_pkey" PRIMARY KEY ("name")
);

REVOKE ALL ON job_slots FROM PUBLIC;
GRANT SELECT, INSERT, UPDATE ON job_slots TO latchkey_app;

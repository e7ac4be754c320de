-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "AgencyRole" AS ENUM ('OWNER', 'ADMIN', 'MEMBER');

-- CreateEnum
CREATE TYPE "LocationRole" AS ENUM ('MANAGER', 'VIEWER');

-- CreateEnum
CREATE TYPE "KeyLevel" AS ENUM ('AGENCY', 'LOCATION');

-- CreateEnum
CREATE TYPE "KeyRole" AS ENUM ('ADMIN', 'READONLY');

-- CreateEnum
CREATE TYPE "Verdict" AS ENUM ('VALID', 'REVOKED', 'DISABLED', 'EXPIRED', 'SUSPENDED', 'FORBIDDEN', 'INSUFFICIENT_PERMISSIONS', 'RATE_LIMITED', 'USAGE_EXCEEDED');

-- CreateTable
CREATE TABLE "users" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "disabled_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "users_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "sid_digest" BYTEA NOT NULL,
    "user_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "client" TEXT NOT NULL,

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agencies" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "suspended_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agencies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "agency_members" (
    "agency_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "AgencyRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "agency_members_pkey" PRIMARY KEY ("agency_id","user_id")
);

-- CreateTable
CREATE TABLE "locations" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "suspended_at" TIMESTAMPTZ(3),
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "locations_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "location_members" (
    "agency_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "role" "LocationRole" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "location_members_pkey" PRIMARY KEY ("agency_id","location_id","user_id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "level" "KeyLevel" NOT NULL,
    "location_id" UUID,
    "all_locations" BOOLEAN NOT NULL,
    "title" TEXT NOT NULL,
    "title_folded" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "role" "KeyRole" NOT NULL,
    "scopes" TEXT[],
    "scope_count" INTEGER NOT NULL,
    "allowed_addresses" TEXT[],
    "rate_limit_max" INTEGER,
    "rate_limit_seconds" INTEGER,
    "secret_prefix" TEXT NOT NULL,
    "secret_last_four" TEXT NOT NULL,
    "enabled" BOOLEAN NOT NULL DEFAULT true,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_reason" TEXT,
    "compromised" BOOLEAN NOT NULL DEFAULT false,
    "deleted_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "created_by_id" UUID,
    "created_by_name" TEXT NOT NULL,
    "updated_at" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "key_secrets" (
    "agency_id" UUID NOT NULL,
    "id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,
    "pepper_id" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_secrets_pkey" PRIMARY KEY ("agency_id","id")
);

-- CreateTable
CREATE TABLE "key_locations" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "location_id" UUID NOT NULL,

    CONSTRAINT "key_locations_pkey" PRIMARY KEY ("agency_id","key_id","location_id")
);

-- CreateTable
CREATE TABLE "key_last_uses" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "at_location" BOOLEAN NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),
    "address" TEXT,
    "client" TEXT,

    CONSTRAINT "key_last_uses_pkey" PRIMARY KEY ("agency_id","key_id")
);

-- CreateTable
CREATE TABLE "key_credits" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "remaining" BIGINT NOT NULL,

    CONSTRAINT "key_credits_pkey" PRIMARY KEY ("agency_id","key_id")
);

-- CreateTable
CREATE TABLE "key_addresses" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "key_addresses_pkey" PRIMARY KEY ("agency_id","key_id","address")
);

-- CreateTable
CREATE TABLE "key_usage_hours" (
    "agency_id" UUID NOT NULL,
    "key_id" UUID NOT NULL,
    "hour" TIMESTAMPTZ(3) NOT NULL,
    "verdict" "Verdict" NOT NULL,
    "uses" BIGINT NOT NULL,

    CONSTRAINT "key_usage_hours_pkey" PRIMARY KEY ("agency_id","key_id","hour","verdict")
);

-- CreateTable
CREATE TABLE "audit_events" (
    "agency_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_kind" TEXT NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "location_id" UUID,
    "address" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_events_pkey" PRIMARY KEY ("agency_id","seq")
);

-- CreateTable
CREATE TABLE "audit_heads" (
    "agency_id" UUID NOT NULL,
    "seq" BIGINT NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_heads_pkey" PRIMARY KEY ("agency_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "users_email_key" ON "users"("email");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_sid_digest_key" ON "sessions"("sid_digest");

-- CreateIndex
CREATE INDEX "sessions_user_id_expires_at_idx" ON "sessions"("user_id", "expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "agencies_slug_key" ON "agencies"("slug");

-- CreateIndex
CREATE INDEX "agency_members_user_id_idx" ON "agency_members"("user_id");

-- CreateIndex
CREATE INDEX "locations_agency_id_name_idx" ON "locations"("agency_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "locations_agency_id_slug_key" ON "locations"("agency_id", "slug");

-- CreateIndex
CREATE INDEX "location_members_user_id_idx" ON "location_members"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "key_secrets_digest_key" ON "key_secrets"("digest");

-- CreateIndex
CREATE INDEX "key_secrets_agency_id_key_id_idx" ON "key_secrets"("agency_id", "key_id");

-- CreateIndex
CREATE INDEX "key_locations_agency_id_location_id_idx" ON "key_locations"("agency_id", "location_id");

-- CreateIndex
CREATE INDEX "audit_events_agency_id_subject_id_seq_idx" ON "audit_events"("agency_id", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "audit_events_agency_id_location_id_seq_idx" ON "audit_events"("agency_id", "location_id", "seq");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_members" ADD CONSTRAINT "agency_members_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "agency_members" ADD CONSTRAINT "agency_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "locations" ADD CONSTRAINT "locations_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location_members" ADD CONSTRAINT "location_members_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "location_members" ADD CONSTRAINT "location_members_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "users"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_keys" ADD CONSTRAINT "api_keys_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_secrets" ADD CONSTRAINT "key_secrets_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_locations" ADD CONSTRAINT "key_locations_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_locations" ADD CONSTRAINT "key_locations_agency_id_location_id_fkey" FOREIGN KEY ("agency_id", "location_id") REFERENCES "locations"("agency_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_last_uses" ADD CONSTRAINT "key_last_uses_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_credits" ADD CONSTRAINT "key_credits_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_addresses" ADD CONSTRAINT "key_addresses_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_usage_hours" ADD CONSTRAINT "key_usage_hours_agency_id_key_id_fkey" FOREIGN KEY ("agency_id", "key_id") REFERENCES "api_keys"("agency_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_events" ADD CONSTRAINT "audit_events_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "audit_heads" ADD CONSTRAINT "audit_heads_agency_id_fkey" FOREIGN KEY ("agency_id") REFERENCES "agencies"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


import type { NextConfig } from "next";

const config: NextConfig = {
	poweredByHeader: false,
	skipTrailingSlashRedirect: true,
	reactStrictMode: true,
	allowedDevOrigins: ["127.0.0.1"],
	serverExternalPackages: [
		"@zxcvbn-ts/language-common",
		"piscina",
		"pg",
		"@prisma/client",
		"@prisma/adapter-pg",
		"bcryptjs",
		"pino",
		// One copy of it in the process: what one route counted, another recognises as a refusal.
		"rate-limiter-flexible",
	],
	// Types are checked by `npm run check` and `npm test`, tests included; whoever starts the product has no use for that.
	typescript: { ignoreBuildErrors: true },
	images: { unoptimized: true },
	experimental: { serverActions: { bodySizeLimit: "64kb" } },
};

export default config;

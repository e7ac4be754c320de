import { join } from "node:path";

export default {
	turbopack: { root: join(import.meta.dirname, "../..") },
	serverExternalPackages: ["pg", "@prisma/client", "@prisma/adapter-pg"],
	typescript: { ignoreBuildErrors: true },
};

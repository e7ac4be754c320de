-- Asks Latchkey about the key of each request: http-request lua.latchkey <address:port> <host> <path with what is demanded>
local HANDED_ON = { "key-id", "agency-id", "location-id", "level", "role", "scopes" }
local REFUSALS = { [401] = true, [403] = true, [429] = true, [503] = true }
local PASSED_BACK = { "content-type", "www-authenticate", "retry-after", "ratelimit", "ratelimit-policy", "x-request-id" }

local function refuse(txn, status, answer)
    local reply = txn:reply()
    reply:set_status(status)
    for _, name in ipairs(PASSED_BACK) do
        local values = answer.headers and answer.headers[name]
        if values then reply:add_header(name, values[0]) end
    end
    if status == 503 and not (answer.headers and answer.headers["retry-after"]) then reply:add_header("retry-after", "1") end
    if answer.body then reply:set_body(answer.body) end
    txn:done(reply)
end

core.register_action("latchkey", { "http-req" }, function(txn, address, host, target)
    local headers = { ["x-forwarded-for"] = { txn.sf:src() } }
    for _, name in ipairs({ "authorization", "user-agent" }) do
        local values = txn.http:req_get_headers()[name]
        if values then
            headers[name] = {}
            for index = 0, #values do table.insert(headers[name], values[index]) end
        end
    end

    local answer = core.httpclient():get({
        url = "http://" .. host .. target,
        dst = address,
        headers = headers,
        timeout = 2000,
    })
    if answer.status ~= 200 then
        return refuse(txn, REFUSALS[answer.status] and answer.status or 503, answer)
    end
    for _, name in ipairs(HANDED_ON) do
        local values = answer.headers["x-latchkey-" .. name]
        if values then txn.http:req_set_header("x-latchkey-" .. name, values[0]) end
    end
    txn:set_var("req.latchkey", "good")
end, 3)

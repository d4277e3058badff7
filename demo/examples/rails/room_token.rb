# Lets one person into one room, for ten minutes. Copy this file to app/models, and set CODE_ROOM_TEAM_SECRET.
#
#   # config/routes.rb
#   get 'rooms/:id', to: 'rooms#show'
#   get 'rooms/:id/token', to: 'rooms#token'
#
#   class RoomsController < ApplicationController
#     before_action :authenticate_user!
#
#     def token
#       # Whether this person may enter this room is yours to decide, too.
#       # The role is yours to decide: interviewer, candidate or observer.
#       role = current_user.staff? ? 'interviewer' : 'candidate'
#       render plain: RoomToken.for(current_user.id, current_user.name, params[:id], role)
#     end
#   end
#
# The room server has the same secret: CODE_ROOM_ISSUERS='[{"iss": "https://team.example", "secret": "…"}]'
require 'json'
require 'openssl'
require 'securerandom'

module RoomToken
  def self.for(user_id, name, room, role)
    now = Time.now.to_i
    claims = { iss: 'https://team.example', aud: 'code-room', sub: user_id.to_s, room: room, role: role,
               name: name, iat: now, exp: now + 600, jti: SecureRandom.uuid, ver: 1 }
    signed = [{ alg: 'HS256', typ: 'JWT' }, claims].map { |part| encoded(JSON.generate(part)) }.join('.')
    "#{signed}.#{encoded(OpenSSL::HMAC.digest('SHA256', ENV.fetch('CODE_ROOM_TEAM_SECRET'), signed))}"
  end

  def self.encoded(data)
    [data].pack('m0').tr('+/', '-_').delete('=')
  end
end
